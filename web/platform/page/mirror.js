// The mirror: what the canvas shows as elements of the page, transparent and in place over it. Elements keep their
// identity from frame to frame and are changed by difference.
//
// An item comes as seven words: id, parent, states, x, y, width, height. States: bits 0-7 role (the order of mirror.hpp),
// 8-9 checked, 10-11 expanded, 12-13 selected (each plus one), 14-17 level, 18 disabled, 19 focused, 20 invalid,
// 21 multiline. Its texts are name, value, description.

mergeInto(LibraryManager.library, {
  $Mirror__deps: ['$Page', '$Text'],
  $Mirror: {
    roles: [
      'text', 'heading', 'button', 'link', 'checkbox', 'radio', 'textbox', 'spinbutton', 'combobox', 'listbox', 'option',
      'tab', 'menuitem', 'table', 'row', 'cell', 'columnheader', 'status', 'alert', 'dialog', 'img', 'treeitem', 'group',
      'region', 'slider'
    ],
    // What an item must stand in, where its parent is not that.
    containers: {tab: 'tablist', menuitem: 'menu', treeitem: 'tree', option: 'listbox', row: 'table'},
    // Whose name is their text; the others have it as a label.
    named: ['text', 'heading', 'button', 'link', 'option', 'tab', 'menuitem', 'cell', 'columnheader', 'status',
                    'alert', 'treeitem'],
    focusable: ['button', 'link', 'checkbox', 'radio', 'textbox', 'spinbutton', 'combobox', 'listbox', 'option',
                        'tab', 'menuitem', 'treeitem', 'row', 'columnheader', 'dialog', 'cell', 'slider'],
    // Roles that may have a state, as WAI-ARIA 1.2 allows it.
    mayExpand: ['button', 'link', 'checkbox', 'combobox', 'tab', 'menuitem', 'row', 'columnheader', 'treeitem'],
    mayBeSelected: ['option', 'tab', 'row', 'cell', 'columnheader', 'treeitem'],
    mayBeInvalid: ['checkbox', 'combobox', 'listbox', 'textbox', 'spinbutton', 'columnheader'],
    mayBeDisabled: ['button', 'link', 'checkbox', 'radio', 'combobox', 'listbox', 'option', 'tab', 'menuitem',
                            'textbox', 'spinbutton', 'row', 'columnheader', 'treeitem', 'group', 'slider'],

    layer: null,
    polite: null,
    urgent: null,
    elements: null, // Map: id -> {element, kind, item}; containers by a text
    pending: null,
    timer: 0,
    updated: 0,

    tell: function (id, action, value) {
      Page.lend(value, function (at, length) {
        _app_mirror(id, action, at, length);
      });
    },

    idOf: function (element) {
      return Number(element.dataset.id) || 0;
    },

    // The item around an element; 0 where there is none.
    itemOf: function (node) {
      const element = node.closest ? node.closest('[data-id]') : null;
      return element && Mirror.layer.contains(element) ? Mirror.idOf(element) : 0;
    },

    focusedElement: function () {
      let found = null;
      Mirror.elements.forEach(function (entry) {
        if (entry.item.focused && entry.element.hasAttribute('tabindex')) found = entry.element;
      });
      return found;
    },

    decode: function (words, count, texts, length) {
      const strings = Page.read(texts, length).split('\0');
      const items = [];
      for (let index = 0; index < count; ++index) {
        const at = (words >> 2) + index * 7;
        const states = HEAPU32[at + 2];
        items.push({
          id: HEAPU32[at],
          parent: HEAPU32[at + 1],
          role: Mirror.roles[states & 255],
          checked: ((states >> 8) & 3) - 1,
          expanded: ((states >> 10) & 3) - 1,
          selected: ((states >> 12) & 3) - 1,
          level: (states >> 14) & 15,
          disabled: !!(states & (1 << 18)),
          focused: !!(states & (1 << 19)),
          invalid: !!(states & (1 << 20)),
          multiline: !!(states & (1 << 21)),
          x: HEAP32[at + 3],
          y: HEAP32[at + 4],
          width: HEAP32[at + 5],
          height: HEAP32[at + 6],
          name: strings[index * 3],
          value: strings[index * 3 + 1],
          description: strings[index * 3 + 2],
        });
      }
      return items;
    },

    kindOf: function (item) {
      if (item.role !== 'textbox' && item.role !== 'spinbutton') return 'div';
      return item.role === 'textbox' && item.multiline ? 'textarea' : 'input';
    },

    make: function (item, kind) {
      const element = document.createElement(kind);
      element.dataset.id = item.id;
      if (kind !== 'div') {
        Text.quiet(element);
        Text.startElement(element);
      }
      return {element: element, kind: kind, item: {}, children: false};
    },

    set: function (element, name, value) {
      if (value === null || value === '') {
        if (element.hasAttribute(name)) element.removeAttribute(name);
      } else if (element.getAttribute(name) !== value) {
        element.setAttribute(name, value);
      }
    },

    state: function (value) {
      return value < 0 ? null : String(value === 1);
    },

    describe: function (entry, item) {
      const element = entry.element;
      const set = function (name, value) {
        Mirror.set(element, name, value);
      };
      let role = item.role;
      if (role === 'menuitem' && item.checked >= 0) role = 'menuitemcheckbox';
      // An <input> is a text box already, and a plain text has no role.
      set('role', role === 'text' || role === 'textbox' ? null : role);
      set('aria-level', role === 'heading' ? String(item.level || 2) : null);
      const checked = role === 'checkbox' || role === 'radio' || role === 'menuitemcheckbox' || role === 'option' ||
          role === 'treeitem';
      set('aria-checked', checked ? Mirror.state(role === 'checkbox' || role === 'radio' ? Math.max(0, item.checked) : item.checked) : null);
      set('aria-pressed', role === 'button' ? Mirror.state(item.checked >= 0 ? item.checked : item.selected) : null);
      set('aria-expanded', role === 'combobox' ? Mirror.state(Math.max(0, item.expanded)) :
                           Mirror.mayExpand.includes(item.role) ? Mirror.state(item.expanded) : null);
      set('aria-selected', Mirror.mayBeSelected.includes(role) ? Mirror.state(item.selected) : null);
      set('aria-current', role === 'link' && item.selected === 1 ? 'page' : null);
      set('aria-invalid', item.invalid && Mirror.mayBeInvalid.includes(role) ? 'true' : null);
      set('aria-disabled', item.disabled && Mirror.mayBeDisabled.includes(item.role) ? 'true' : null);
      set('aria-description', item.description);
      set('aria-valuenow', role === 'slider' ? String(parseFloat(item.value.replace(/,/g, '')) || 0) : null);
      if (role === 'slider') set('aria-valuetext', item.value);
      if (Mirror.focusable.includes(item.role)) {
        if (element.tabIndex !== -1 || !element.hasAttribute('tabindex')) element.tabIndex = -1;
      } else {
        set('tabindex', null);
      }
      if (entry.kind !== 'div') {
        set('aria-label', item.name);
        set('aria-valuetext', role === 'spinbutton' ? item.value || 'empty' : null);
        element.readOnly = item.disabled;
        if (element !== Text.element() && element.value !== item.value) element.value = item.value;
        return;
      }
      const asText = Mirror.named.includes(item.role) && !entry.children;
      set('aria-label', asText || role === 'text' ? null : item.name);
      let text = '';
      if (asText) text = item.value ? item.name + ' ' + item.value : item.name;
      else if (role === 'combobox') text = item.value;
      const node = element.firstChild;
      if (node && node.nodeType === 3) {
        if (node.data !== text) node.data = text;
      } else if (text) {
        element.prepend(text);
      }
    },

    // Whether both are told alike, wherever they stand.
    same: function (a, b) {
      return a.role === b.role && a.name === b.name && a.value === b.value && a.description === b.description &&
          a.checked === b.checked && a.expanded === b.expanded && a.selected === b.selected && a.level === b.level &&
          a.disabled === b.disabled && a.invalid === b.invalid;
    },

    place: function (entry, item, originX, originY) {
      const style = entry.element.style;
      const place = [item.x - originX, item.y - originY, item.width, item.height];
      if (entry.place && entry.place.every(function (value, index) {
            return value === place[index];
          })) {
        return;
      }
      entry.place = place;
      style.left = place[0] + 'px';
      style.top = place[1] + 'px';
      style.width = place[2] + 'px';
      style.height = place[3] + 'px';
    },

    // What holds an item that its parent may not hold directly.
    container: function (parent, role, used) {
      const key = role + ' of ' + parent.id;
      let entry = Mirror.elements.get(key);
      if (!entry) {
        entry = {element: document.createElement('div'), kind: 'container', item: {}, children: true};
        entry.element.className = 'container';
        entry.element.setAttribute('role', role);
        entry.element.setAttribute('aria-label', parent.name || 'Items');
        Mirror.elements.set(key, entry);
      }
      used.add(key);
      return entry;
    },

    // Makes `element` the next child of `holder`. An element that has the focus stays where it is, for moving would take
    // the focus from it; the others make way.
    putNext: function (holder, element, next) {
      let at = next.has(holder) ? next.get(holder) : holder.firstElementChild;
      // Where it was to be the next one of another parent, the one behind it is.
      const former = element.parentNode;
      if (former !== holder && next.get(former) === element) next.set(former, element.nextElementSibling);
      if (at !== element) {
        if (element.parentNode === holder && element.contains(document.activeElement)) {
          while (at && at !== element) {
            const away = at;
            at = at.nextElementSibling;
            holder.append(away);
          }
        } else {
          holder.insertBefore(element, at);
        }
      }
      next.set(holder, element.nextElementSibling);
    },

    apply: function (items) {
      const byId = new Map();
      const parents = new Set();
      items.forEach(function (item) {
        byId.set(item.id, item);
        parents.add(item.parent);
      });
      const used = new Set();
      const next = new Map();
      const placed = new Set();
      const page = {id: 0, name: document.title, x: 0, y: 0};
      // Elements of all items first: an item may stand before its parent.
      items.forEach(function (item) {
        const kind = Mirror.kindOf(item);
        let entry = Mirror.elements.get(item.id);
        if (entry && entry.kind !== kind) {
          entry.element.remove();
          entry = null;
        }
        if (!entry) {
          entry = Mirror.make(item, kind);
          Mirror.elements.set(item.id, entry);
        }
        used.add(item.id);
      });
      items.forEach(function (item) {
        const entry = Mirror.elements.get(item.id);
        const parent = byId.get(item.parent) || page;
        let holder = parent === page ? Mirror.layer : Mirror.elements.get(parent.id).element;
        const needed = Mirror.containers[item.role];
        if (needed && needed !== parent.role) {
          const container = Mirror.container(parent, needed, used);
          if (!placed.has(container)) Mirror.putNext(holder, container.element, next);
          placed.add(container);
          holder = container.element;
        }
        const children = parents.has(item.id);
        const isTold = entry.kind === 'div' && entry.children === children && Mirror.same(entry.item, item);
        entry.children = children;
        Mirror.putNext(holder, entry.element, next);
        Mirror.place(entry, item, parent.x, parent.y);
        if (!isTold) Mirror.describe(entry, item);
        entry.item = item;
      });
      Mirror.elements.forEach(function (entry, id) {
        if (used.has(id)) return;
        entry.element.remove();
        Mirror.elements.delete(id);
      });
    },

    flush: function () {
      clearTimeout(Mirror.timer);
      Mirror.timer = 0;
      // A composition would end if its element changed.
      if (!Mirror.pending || Text.composing) return;
      const items = Mirror.pending;
      Mirror.pending = null;
      Mirror.updated = performance.now();
      Mirror.apply(items);
    },

    start: function () {
      const make = function (className) {
        const element = document.createElement('div');
        element.className = className;
        Page.root.append(element);
        return element;
      };
      Mirror.elements = new Map();
      Mirror.layer = make('mirror');
      Mirror.polite = make('spoken');
      Mirror.polite.setAttribute('aria-live', 'polite');
      Mirror.urgent = make('spoken');
      Mirror.urgent.setAttribute('aria-live', 'assertive');
      // A screen reader clicks and focuses without a pointer or a key.
      Mirror.layer.addEventListener('click', function (event) {
        const id = Mirror.itemOf(event.target);
        if (event.detail === 0 && id) Mirror.tell(id, 1, '');
      });
      Mirror.layer.addEventListener('focusin', function (event) {
        if (!Text.moving && Mirror.idOf(event.target)) Mirror.tell(Mirror.idOf(event.target), 0, '');
      });
    },
  },

  page_show__deps: ['$Page', '$Mirror'],
  page_show: function (words, count, texts, length, atOnce) {
    Mirror.pending = Mirror.decode(words, count, texts, length);
    // While things move, ten times a second is enough for those who listen.
    const rest = Mirror.updated + 100 - performance.now();
    if (atOnce || rest <= 0) Mirror.flush();
    else if (!Mirror.timer) {
      Mirror.timer = setTimeout(function () {
        Mirror.flush();
        Text.settle();
      }, rest);
    }
  },

  page_announce__deps: ['$Page', '$Mirror'],
  page_announce: function (at, length, urgent) {
    const line = document.createElement('div');
    line.textContent = Page.read(at, length);
    (urgent ? Mirror.urgent : Mirror.polite).append(line);
    setTimeout(function () {
      line.remove();
    }, 5000);
  },
});
