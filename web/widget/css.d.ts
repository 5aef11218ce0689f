// What Vite makes of a style sheet imported with `?inline`: its minified text.
declare module '*.css?inline' {
  const text: string;
  export default text;
}
