// Leaflet's types are of its bundle; its sources export the same under the same names, but for how a map is made.
declare module 'leaflet/src/map/Map.js' {
  export { Map, map as createMap } from 'leaflet';
}
declare module 'leaflet/src/*' {
  export * from 'leaflet';
}
