import { NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { languageName } from "../language/format.ts";

/** Languages that a list is most often for; one that it has besides is among them. */
const LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv", "da", "cs", "tr", "ru", "uk", "ar"];

interface Facts {
  name: string;
  language: string | null;
}

/** What a list is called, and whose comments it is for. */
export function ListFields({ value, onChange }: { value: Facts; onChange: (value: Facts) => void }) {
  const { t } = useTranslation();
  const { name, language } = value;
  const codes = language === null || LANGUAGES.includes(language) ? LANGUAGES : [...LANGUAGES, language];
  return (
    <>
      <TextInput
        label={t("wordLists.fields.name")}
        placeholder={t("wordLists.fields.namePlaceholder")}
        maxLength={80}
        required
        withAsterisk={false}
        value={name}
        onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t("wordLists.fields.language")}
        description={t("wordLists.fields.languageHint")}
        maw={340}
        value={language ?? ""}
        data={[
          { value: "", label: t("wordLists.everyLanguage") },
          ...codes.map((code) => ({ value: code, label: languageName(code) })),
        ]}
        onChange={(event) => onChange({ ...value, language: event.currentTarget.value || null })}
      />
    </>
  );
}
