/** Read by the build, the type check and the editor. */
export default {
  compilerOptions: { runes: true, css: 'external' },
};
