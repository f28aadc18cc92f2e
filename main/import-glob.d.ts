// What the bundler makes of `import.meta.glob`: the terminal reads the articles through it.
/// <reference types="vite/types/importMeta.d.ts" />
