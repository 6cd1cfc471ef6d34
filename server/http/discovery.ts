import { type Request, Router } from "express";
import { AppError } from "../errors.ts";
import { discoveryDocument } from "../perspective-api/discovery.ts";

/** Where Google's client libraries learn what there is to call, and at which address: the public one, or the one by which they asked. */
export function discovery(publicUrl: string | null): Router {
  const router = Router();
  router.get("/$discovery/rest", (req: Request, res) => {
    const { version = "v1alpha1" } = req.query;
    if (version !== "v1alpha1") throw new AppError("not_found", "There is only version v1alpha1 here.");
    if (!publicUrl) res.setHeader("cache-control", "no-store");
    res.json(discoveryDocument(`${publicUrl ?? `${req.protocol}://${req.host}`}/`));
  });
  return router;
}
