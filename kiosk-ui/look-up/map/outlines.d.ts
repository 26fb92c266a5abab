/** TopoJSON, made small by the build. */
type Outlines = import('topojson-specification').Topology<{
  shapes: import('topojson-specification').GeometryCollection;
}>;
declare module 'outlines:counties' {
  export const topology: Outlines;
  /** Where each name stands best, and the radius of the circle that it has there, in degrees of longitude. */
  export const names: readonly (readonly [
    name: string,
    longitude: number,
    latitude: number,
    radius: number,
    among: 'neighbours' | 'sea',
  ])[];
}
declare module 'outlines:towns' {
  export const topology: Outlines;
}
