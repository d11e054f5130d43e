import { defineConfig } from 'vitest/config';
import { catalogueSource } from './scripts/catalogue.mjs';

const ID = 'toward:catalogue';

export default defineConfig({
  define: { __TEST_BUILD__: 'false' },
  plugins: [
    {
      name: 'catalogue',
      resolveId: (id) => (id === ID ? ID : undefined),
      load: (id) => (id === ID ? catalogueSource() : undefined),
    },
  ],
  test: { include: ['src/**/*.test.ts'] },
});
