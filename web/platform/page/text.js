// Text by real input elements, and the clipboard. The active text field of the canvas has an element of the page that is
// focused for it: the mirror's own, or one that stands in. Characters, compositions and the commands of keyboards on a
// screen come from it; its text and selection follow the field's.

mergeInto(LibraryManager.library, {
  $Text__deps: ['$Page', '$Mirror'],
  $Text: {
    id: 0, // the active field; 0: none
    text: '',
    begin: 0,
    end: 0,
    composing: false,
    moving: false, // the focus is being moved by us, not by the person
    line: null, // stand for fields that the mirror does not hold
    lines: null,
    copied: null,

    // In the order of app_edit().
    commands: {
      deleteContentBackward: 0,
      deleteContentForward: 1,
      insertLineBreak: 2,
      insertParagraph: 2,
      deleteWordBackward: 3,
      deleteWordForward: 4,
      historyUndo: 5,
      historyRedo: 6,
    },

    isText: function (element) {
      return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    },

    // The element of the active field.
    element: function () {
      if (!Text.id) return null;
      const own = Mirror.elements.get(Text.id);
      if (own && Text.isText(own.element) && (own.element.localName === 'textarea' || !Text.multiline)) return own.element;
      return Text.multiline ? Text.lines : Text.line;
    },

    // Brings focus, text and selection of the page in line with the frame just drawn.
    settle: function () {
      if (Text.composing || !Page.root.contains(document.activeElement) && document.activeElement !== document.body) return;
      const element = Text.element();
      const wanted = element || Mirror.focusedElement() || Page.root;
      if (document.activeElement !== wanted && document.hasFocus()) {
        Text.moving = true;
        wanted.focus({preventScroll: true});
        Text.moving = false;
      }
      if (!element) return;
      if (element.value !== Text.text) element.value = Text.text;
      if (element.selectionStart !== Text.begin || element.selectionEnd !== Text.end) {
        element.setSelectionRange(Text.begin, Text.end);
      }
    },

    // Characters for the active field. An element whose selection somebody else has changed, as a dictation program does,
    // or whose field is not active, is given its text as a whole.
    insert: function (element, data) {
      const active = element === Text.element();
      const begin = element.selectionStart, end = element.selectionEnd;
      if (active && begin === Text.begin && end === Text.end) {
        Page.lend(data, _app_text);
        return;
      }
      const text = element.value.slice(0, begin) + data + element.value.slice(end);
      const id = active ? Text.id : Mirror.idOf(element);
      if (id) Mirror.tell(id, 2, text);
    },

    beforeInput: function (event) {
      // A composition cannot be stopped, and its end tells what it came to.
      if (event.isComposing || Text.composing || event.inputType === 'insertCompositionText') return;
      event.preventDefault();
      if (event.inputType in Text.commands) {
        _app_edit(Text.commands[event.inputType]);
      } else if (event.inputType.startsWith('insert') && event.data) {
        Text.insert(event.target, event.data);
      }
    },

    startElement: function (element) {
      element.addEventListener('beforeinput', Text.beforeInput);
      element.addEventListener('compositionstart', function () {
        Text.composing = true;
        element.classList.add('composing');
      });
      element.addEventListener('compositionend', function (event) {
        Text.composing = false;
        element.classList.remove('composing');
        element.value = Text.text;
        element.setSelectionRange(Text.begin, Text.end);
        if (event.data) Text.insert(element, event.data);
      });
      // Programs that fill in forms set the value and tell so.
      element.addEventListener('input', function () {
        if (!Text.composing && element.value !== Text.text && Mirror.idOf(element)) {
          Mirror.tell(Mirror.idOf(element), 2, element.value);
        }
      });
    },

    makeElement: function (kind) {
      const element = document.createElement(kind);
      element.className = 'text';
      element.tabIndex = -1;
      element.setAttribute('aria-label', 'Text');
      Text.quiet(element);
      Text.startElement(element);
      element.hidden = true;
      Page.root.append(element);
      return element;
    },

    // Nothing of the browser's own may change or keep the text.
    quiet: function (element) {
      element.autocomplete = 'off';
      element.autocapitalize = 'off';
      element.spellcheck = false;
      element.setAttribute('autocorrect', 'off');
    },

    copy: function (event, cut) {
      if (Text.copied !== null) {
        event.clipboardData.setData('text/plain', Text.copied);
        event.preventDefault();
        return;
      }
      if (!Input.hasKeyboard()) return;
      const length = stackSave(), at = stackAlloc(4);
      const text = _app_copy(cut, at);
      const copied = Page.read(text, HEAPU32[at >> 2]);
      stackRestore(length);
      // An empty text would wipe out what is on the clipboard.
      if (copied) event.clipboardData.setData('text/plain', copied);
      event.preventDefault();
    },

    startClipboard: function () {
      ['copy', 'cut'].forEach(function (name) {
        // Where nothing of the page is selected, these ask whether there is anything to copy.
        document.addEventListener('before' + name, function (event) {
          if (Input.hasKeyboard()) event.preventDefault();
        });
        document.addEventListener(name, function (event) {
          Text.copy(event, name === 'cut');
        });
      });
      document.addEventListener('paste', function (event) {
        if (!Input.hasKeyboard()) return;
        event.preventDefault();
        const data = event.clipboardData;
        if (data.files.length) {
          Files.take(data.files);
          return;
        }
        const text = data.getData('text/plain').replace(/\r\n?/g, '\n');
        if (text) Page.lend(text, _app_paste);
      });
    },

    // The way for browsers that do not let a page write to the clipboard otherwise.
    copyByCommand: function (text) {
      Text.copied = text;
      try {
        return document.execCommand('copy');
      } catch (error) {
        return false;
      } finally {
        Text.copied = null;
      }
    },

    start: function () {
      Text.line = Text.makeElement('input');
      Text.lines = Text.makeElement('textarea');
      Text.startClipboard();
    },
  },

  page_set_text__deps: ['$Page', '$Text'],
  page_set_text: function (id, multiline, at, length, begin, end, x, y, lineHeight) {
    Text.id = id >>> 0;
    Text.multiline = !!multiline;
    Text.text = Page.read(at, length);
    Text.begin = begin;
    Text.end = end;
    const element = Text.element();
    [Text.line, Text.lines].forEach(function (standIn) {
      standIn.hidden = standIn !== element;
    });
    if (element === Text.line || element === Text.lines) {
      // Where it stands is where the list of a composition's candidates comes up.
      element.style.left = Math.max(0, x) + 'px';
      element.style.top = Math.max(0, y) + 'px';
      element.style.height = lineHeight + 'px';
    }
  },

  page_copy__deps: ['$Page', '$Text'],
  page_copy: function (at, length) {
    const text = Page.read(at, length);
    const refused = function () {
      if (Text.copyByCommand(text)) return;
      Page.lend('The browser did not allow copying.', _app_copy_problem);
    };
    if (navigator.clipboard && navigator.clipboard.writeText) navigator.clipboard.writeText(text).catch(refused);
    else refused();
  },
});
