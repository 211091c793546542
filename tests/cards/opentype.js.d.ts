/** What the tests take of opentype.js; its own types would bring those of a browser into the whole program. */
declare module 'opentype.js' {
  export interface Font {
    readonly glyphs: {
      readonly length: number;
      get(index: number): { readonly unicodes: readonly number[] };
    };
    charToGlyph(sign: string): {
      getPath(
        x: number,
        y: number,
        size: number,
      ): { readonly commands: readonly unknown[]; toPathData(decimals: number): string };
    };
    getEnglishName(name: string): string;
  }
  const opentype: { parse(bytes: ArrayBuffer): Font };
  export default opentype;
}
