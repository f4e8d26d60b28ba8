// Runs before the first paint (a plain script, not a module): the language and the look a person chose,
// so that no page flashes in the wrong one.
(function () {
  'use strict';
  var root = document.documentElement;
  var stored = function (key) {
    try { return localStorage.getItem(key); } catch (e) { return null; }
  };
  var language = stored('pix.language');
  if (language !== 'fr' && language !== 'en') {
    language = (navigator.languages || [navigator.language || 'fr'])
      .map(function (tag) { return tag.slice(0, 2).toLowerCase(); })
      .find(function (tag) { return tag === 'fr' || tag === 'en'; }) || 'fr';
  }
  root.lang = language;

  var dark = matchMedia('(prefers-color-scheme: dark)');
  var contrast = matchMedia('(prefers-contrast: more)');
  var paint = function () {
    var look = stored('pix.look') || 'auto';
    root.dataset.theme = look === 'dark' || look === 'light' ? look : dark.matches ? 'dark' : 'light';
    root.toggleAttribute('data-contrast', look === 'contrast' || (look === 'auto' && contrast.matches));
  };
  paint();
  dark.addEventListener('change', paint);
  contrast.addEventListener('change', paint);
  addEventListener('pix:look', paint);
})();
