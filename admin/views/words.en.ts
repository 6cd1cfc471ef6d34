export const en = {
  title: "Saved views",
  save: "Save view",
  name: "Name of the view",
  share: "Share with everybody who moderates this site",
  saved: "Saved as “{{name}}”.",
  delete: "Delete “{{name}}”",
  deleted: "“{{name}}” is deleted.",
  by: "Shared by {{name}}",
} as const;
