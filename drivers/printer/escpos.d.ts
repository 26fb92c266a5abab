/** The part of `escpos@2.5.2` that composing uses; the package ships no types. */
declare module 'escpos/printer.js' {
  class EscposPrinter {
    constructor(adapter: null, options: { encoding: string });
    buffer: { flush(): Buffer };
    hardware(name: 'INIT'): this;
    lineSpace(dots: number): this;
    align(side: 'LT' | 'CT' | 'RT'): this;
    pureText(text: string): this;
    control(name: 'LF'): this;
    cut(partial: true, linesFirst: number): this;
    print(bytes: Buffer): this;
  }
  export = EscposPrinter;
}
