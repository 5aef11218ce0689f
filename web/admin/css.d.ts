// What Vite understands besides scripts.
declare module '*.css';
declare module '*.yaml?raw' {
  const text: string;
  export default text;
}
