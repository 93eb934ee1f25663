//! What the kits bring without types.
declare module '*.html' {
  const text: string;
  export default text;
}
declare module '*.css';
declare module 'weui.js' {
  const weui: any;
  export default weui;
}
declare module 'vue/dist/vue.esm-bundler.js' {
  export * from 'vue';
}
