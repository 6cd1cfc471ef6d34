import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import pg from "pg";
import { v7 } from "uuid";

/** The yardstick: what a comment costs anybody who writes the shortest Express server that keeps it. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
await pool.query(
  "create table if not exists bare (id uuid primary key, article text not null, reader text, text text not null, created_at timestamptz not null default now())",
);

const app = express();
app.use(express.json());
app.post("/api/sites/demo/comments", async (req, res) => {
  const { article, reader, text } = req.body;
  const id = v7();
  const { rows } = await pool.query(
    "insert into bare (id, article, reader, text) values ($1, $2, $3, $4) returning created_at",
    [id, article.url, reader?.name, text],
  );
  res.status(201).json({ id, status: "pending", text, createdAt: rows[0].created_at });
});

const http = createServer(app);
http.listen(0, "127.0.0.1", () => console.log(`listening on ${(http.address() as AddressInfo).port}`));
