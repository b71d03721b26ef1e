declare module '*.css' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: a style sheet is imported as its text
  export default text;
}
