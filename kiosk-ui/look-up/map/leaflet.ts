// What this map uses of Leaflet, from its sources: the package's own bundle brings the rest along, and a telephone on a
// slow line waits for it. Each of these adds itself to the map.
import 'leaflet/src/control/Control.Attribution.js';
import 'leaflet/src/map/handler/Map.DoubleClickZoom.js';
import 'leaflet/src/map/handler/Map.Drag.js';
import 'leaflet/src/map/handler/Map.Keyboard.js';
import 'leaflet/src/map/handler/Map.ScrollWheelZoom.js';
import 'leaflet/src/map/handler/Map.TouchZoom.js';
import { Map as LeafletMap } from 'leaflet/src/map/Map.js';

export { geoJSON } from 'leaflet/src/layer/GeoJSON.js';
export { divIcon } from 'leaflet/src/layer/marker/DivIcon.js';
export { marker } from 'leaflet/src/layer/marker/Marker.js';
export { tileLayer } from 'leaflet/src/layer/tile/TileLayer.js';
export { canvas } from 'leaflet/src/layer/vector/Canvas.js';
export { circleMarker } from 'leaflet/src/layer/vector/CircleMarker.js';
export { createMap as leafletMap } from 'leaflet/src/map/Map.js';

// Everything is drawn on the canvas that the map is made with; Leaflet's own choice would bring its SVG.
LeafletMap.include({
  getRenderer(this: LeafletMap) {
    const { renderer } = this.options;
    if (!renderer) throw new Error('the map has no canvas');
    return this.hasLayer(renderer) ? renderer : renderer.addTo(this);
  },
});
