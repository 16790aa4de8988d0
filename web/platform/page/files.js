// Files in by picker, drop and paste, and out as downloads.

mergeInto(LibraryManager.library, {
  $Files__deps: ['$Page'],
  $Files: {
    most: 64 * 1024 * 1024, // bytes of one file; platform.hpp says the same
    mostAtOnce: 256 * 1024 * 1024,
    over: false,

    tell: function (name, bytes, problem) {
      Page.lend(name, function (nameAt, nameLength) {
        Page.lend(bytes, function (at, length) {
          Page.lend(problem, function (problemAt, problemLength) {
            _app_file(nameAt, nameLength, at, length, problemAt, problemLength);
          });
        });
      });
    },

    megabytes: function (bytes) {
      return Math.ceil(bytes / (1024 * 1024)) + ' MB';
    },

    // Reads the files one after the other, in their order, and tells them together: they are one import.
    take: function (files) {
      let total = 0;
      let last = Promise.resolve();
      const told = [];
      Array.from(files).forEach(function (file) {
        last = last.then(function () {
          const refuse = function (why) {
            told.push([file.name, new Uint8Array(0), '"' + file.name + '" ' + why]);
          };
          if (file.size > Files.most) {
            refuse('has ' + Files.megabytes(file.size) + '; a file may have up to ' + Files.megabytes(Files.most) + '.');
            return undefined;
          }
          total += file.size;
          if (total > Files.mostAtOnce) {
            refuse('is left out: up to ' + Files.megabytes(Files.mostAtOnce) + ' are read at once.');
            return undefined;
          }
          return file.arrayBuffer().then(
              function (buffer) {
                told.push([file.name, new Uint8Array(buffer), '']);
              },
              function () {
                refuse('could not be read. If it is a folder, choose the files in it.');
              });
        });
      });
      last.then(function () {
        told.forEach(function (one) {
          try {
            Files.tell(one[0], one[1], one[2]);
          } catch (error) {
            if (!(error instanceof RangeError)) throw error;
            Files.tell(one[0], new Uint8Array(0), '"' + one[0] + '" is too large for what memory is left.');
          }
        });
      });
    },

    setOver: function (over) {
      if (over === Files.over) return;
      Files.over = over;
      _app_files_over(over);
    },

    start: function () {
      const hasFiles = function (event) {
        return event.dataTransfer && Array.from(event.dataTransfer.types).includes('Files');
      };
      document.addEventListener('dragover', function (event) {
        event.preventDefault(); // a file dropped beside the target would replace the page
        event.dataTransfer.dropEffect = hasFiles(event) ? 'copy' : 'none';
        if (hasFiles(event)) Files.setOver(true);
      });
      document.addEventListener('dragleave', function (event) {
        if (!event.relatedTarget) Files.setOver(false);
      });
      document.addEventListener('drop', function (event) {
        event.preventDefault();
        Files.setOver(false);
        if (hasFiles(event)) Files.take(event.dataTransfer.files);
      });
    },
  },

  page_save__deps: ['$Page'],
  page_save: function (name, nameLength, at, length) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([HEAPU8.slice(at, at + length)], {type: 'application/octet-stream'}));
    link.download = Page.read(name, nameLength);
    link.click();
    // The download begins on its own time.
    setTimeout(function () {
      URL.revokeObjectURL(link.href);
    }, 60000);
  },

  page_pick__deps: ['$Page', '$Files'],
  page_pick: function (accept, length, multiple) {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = Page.read(accept, length);
    input.multiple = !!multiple;
    input.addEventListener('change', function () {
      Files.take(input.files);
    });
    input.click();
  },
});
