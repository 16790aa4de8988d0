// Records in the browser's own database (IndexedDB): one table, key -> bytes.

mergeInto(LibraryManager.library, {
  $Storage__deps: ['$Page'],
  // The database answers while the program is still compiled.
  $Storage__postset: 'Storage.reading = Storage.read();',
  $Storage: {
    database: null, // a promise
    reading: null,  // what read() promises, begun before the program asks

    reason: function (error) {
      const name = error && error.name;
      if (name === 'QuotaExceededError') return 'The browser has no more room for this page. Export what you need to keep.';
      return 'The browser does not let this page keep anything' + (name ? ' (' + name + ')' : '') +
          '. Export what you need to keep.';
    },

    open: function () {
      if (Storage.database) return Storage.database;
      Storage.database = new Promise(function (resolve, reject) {
        const request = indexedDB.open('dealwright', 1);
        request.onupgradeneeded = function () {
          request.result.createObjectStore('records');
        };
        request.onsuccess = function () {
          const database = request.result;
          // A newer release in another tab may need the database for itself.
          database.onversionchange = function () {
            database.close();
            Storage.database = null;
          };
          database.onclose = function () {
            Storage.database = null;
          };
          resolve(database);
        };
        request.onerror = function () {
          reject(request.error);
        };
        request.onblocked = function () {
          reject(new Error('blocked'));
        };
      });
      // The next call tries again.
      Storage.database.catch(function () {
        Storage.database = null;
      });
      return Storage.database;
    },

    // One tab keeps the work: a second one would write its own copy over it. Resolves with what to say where another tab
    // has it, else with ''. A page that is loaded again may find its own lock for a moment more, so it asks again. Each
    // time it is answered: a wait that the clock ends would end while the page starts its graphics.
    lock: function (waits) {
      if (!navigator.locks) return Promise.resolve('');
      return new Promise(function (resolve) {
        navigator.locks
            .request('dealwright', {ifAvailable: true}, function (lock) {
              resolve(lock !== null);
              return lock && new Promise(function () {}); // held as long as the page lives
            })
            .catch(function () {
              resolve(false);
            });
      }).then(function (held) {
        if (held) return '';
        if (!waits.length) {
          return 'Dealwright is open in another tab, which keeps the work. Close one of them and load the other again.';
        }
        return new Promise(function (resolve) {
          setTimeout(resolve, waits[0]);
        }).then(function () {
          return Storage.lock(waits.slice(1));
        });
      });
    },

    // Resolves with every record, and with what keeps the page from writing any.
    read: function () {
      const records = [];
      let problem = '';
      Storage.open(); // while the lock is asked for; what is read is read under it
      return Storage.lock([50, 150, 300])
          .then(function (held) {
            problem = held;
            return Storage.open();
          })
          .then(function (database) {
            return new Promise(function (resolve, reject) {
              const request = database.transaction('records').objectStore('records').openCursor();
              request.onsuccess = function () {
                const cursor = request.result;
                if (!cursor) {
                  resolve();
                  return;
                }
                records.push([cursor.key, cursor.value]);
                cursor.continue();
              };
              request.onerror = function () {
                reject(request.error);
              };
            });
          })
          .then(
              function () {
                return {records: records, problem: problem};
              },
              function (error) {
                return {records: [], problem: Storage.reason(error)};
              });
    },

    // Runs `act(table)` in a transaction; the promise is kept once it is on disk.
    change: function (act) {
      return Storage.open().then(function (database) {
        return new Promise(function (resolve, reject) {
          const transaction = database.transaction('records', 'readwrite');
          transaction.oncomplete = resolve;
          transaction.onabort = function () {
            reject(transaction.error);
          };
          transaction.onerror = transaction.onabort;
          act(transaction.objectStore('records'));
        });
      });
    },

    answer: function (key, done) {
      const tell = function (problem) {
        Page.lend(key, function (keyAt, keyLength) {
          Page.lend(problem, function (at, length) {
            _app_stored(keyAt, keyLength, at, length);
          });
        });
      };
      done.then(
          function () {
            tell('');
          },
          function (error) {
            tell(Storage.reason(error));
          });
    },
  },

  page_store__deps: ['$Page', '$Storage'],
  page_store: function (keyAt, keyLength, at, length) {
    const key = Page.read(keyAt, keyLength);
    const bytes = HEAPU8.slice(at, at + length);
    Storage.answer(key, Storage.change(function (table) {
      table.put(bytes, key);
    }));
  },

  page_erase__deps: ['$Page', '$Storage'],
  page_erase: function (keyAt, keyLength) {
    const key = Page.read(keyAt, keyLength);
    Storage.answer(key, Storage.change(function (table) {
      table.delete(key);
    }));
  },

  page_load_all__deps: ['$Page', '$Storage'],
  page_load_all: function () {
    const reading = Storage.reading || Storage.read();
    Storage.reading = null;
    reading.then(function (found) {
      Page.lend(found.problem, _app_loaded);
      found.records.forEach(function (record) {
        Page.lend(String(record[0]), function (keyAt, keyLength) {
          Page.lend(record[1], function (at, length) {
            _app_record(keyAt, keyLength, at, length);
          });
        });
      });
    });
  },
});
