// Keeps the files of one release for offline use. A release is loaded whole, beside the one in use, and takes over when
// the app asks for it or when no page of the old one is open; then the old one is dropped.
'use strict';

const version = '@VERSION@';
const files = @FILES@;
const prefix = 'dealwright-';

self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(prefix + version);
    // Past the browser's own cache, which may hold files of another release.
    await cache.addAll(files.map((file) => new Request(file, {cache: 'reload'})));
  })());
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== prefix + version)
                          .map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener('message', (event) => {
  if (event.data === 'take') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  event.respondWith((async () => {
    const cache = await caches.open(prefix + version);
    const asked = event.request.mode === 'navigate' ? './' : event.request;
    return await cache.match(asked, {ignoreSearch: true}) || fetch(event.request);
  })());
});
