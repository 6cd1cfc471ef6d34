import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));

/** The server answers /api and /socket.io in development as it does in production. */
const server = "http://127.0.0.1:3000";

export default defineConfig({
  root: here,
  base: "/desk/",
  plugins: [react()],
  resolve: { alias: { zod: fileURLToPath(new URL("without-zod.ts", import.meta.url)) } },
  build: {
    outDir: fileURLToPath(new URL("../dist/admin", import.meta.url)),
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    // Fonts and pictures are few and the policy of the page allows none from elsewhere.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: { "/api": server, "/socket.io": { target: server, ws: true } },
  },
});
