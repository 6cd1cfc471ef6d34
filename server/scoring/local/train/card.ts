import type { Model } from "../model.ts";
import type { Figures } from "./evaluate.ts";
import type { Recipe } from "./train-model.ts";

export function modelCard(_model: Model, _figures: Figures, _recipe: Recipe, _count: number): string {
  return "";
}
