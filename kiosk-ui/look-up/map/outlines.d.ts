/** TopoJSON, made small by the build. */
type Outlines = import('topojson-specification').Topology<{
  shapes: import('topojson-specification').GeometryCollection;
}>;
declare module 'outlines:counties' {
  export const topology: Outlines;
}
declare module 'outlines:towns' {
  export const topology: Outlines;
}
