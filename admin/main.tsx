import "./app/mantine-styles.ts";
import "./app/desk.css";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import i18next from "i18next";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { initReactI18next } from "react-i18next";
import { Router } from "wouter";
import { Desk } from "./app/desk.tsx";
import { theme } from "./app/theme.ts";
import { isCallError, whenSignedOut } from "./client.ts";
import { wantedTag } from "./language/choice.ts";
import { language, startLanguage } from "./language/language.ts";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The live channel says when something is stale; refetching on every focus would only add load.
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (tries, error) => tries < 2 && isCallError(error) && (error.status === 0 || error.status >= 500),
    },
  },
});
whenSignedOut(() => queries.setQueryData(["session"], null));

i18next.use(initReactI18next);
const words = await startLanguage(wantedTag());
const nameLanguage = () => document.documentElement.setAttribute("lang", language());
words.on("languageChanged", nameLanguage);
nameLanguage();

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <Router base="/desk">
            <Desk />
          </Router>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
