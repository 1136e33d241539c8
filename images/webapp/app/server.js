'use strict';

const express = require('express');
const os = require('node:os');
const { sessions } = require('./sessions');
const { Drain } = require('./drain');

const port = Number(process.env.PORT ?? 3000);
const maxDelay = 60_000;

const address = () =>
  Object.values(os.networkInterfaces()).flat().find(entry => entry.family === 'IPv4' && !entry.internal)?.address ?? null;

const app = express();
const drain = new Drain(Number(process.env.DRAIN_SECONDS ?? 2));
let delay = 0;

app.disable('x-powered-by');
// Whoever shares a connection with a balancer has to know when it goes.
app.use((request, response, next) => {
  if (drain.began) response.set('Connection', 'close');
  next();
});

app.get('/health', (request, response) =>
  drain.began ? response.status(503).json({ status: 'draining' }) : response.json({ status: 'ok' }));

app.get('/', sessions(process.env.COOKIE_SECRET), (request, response) => {
  request.session.views++;
  const body = {
    hello: 'world!',
    ip: address(),
    host: os.hostname(),
    tag: process.env.TAG ?? null,
    sessionViews: request.session.views,
    id: request.session.id,
  };
  setTimeout(() => response.json(body), delay);
});

app.post('/delay', express.json(), (request, response) => {
  const wanted = request.body?.delay;
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > maxDelay)
    return response.status(400).json({ error: `'delay' is ${JSON.stringify(wanted)}; it takes 0 to ${maxDelay} milliseconds, as {"delay": 100}.` });
  delay = wanted;
  response.json({ message: `New timeout of ${delay}ms configured.` });
});

app.use((request, response) =>
  response.status(404).json({ error: `There is nothing at ${request.method} ${request.path}; GET / answers.` }));

// Four parameters make it the handler of errors.
app.use((error, request, response, next) => {
  if (response.headersSent) return next(error);
  response.status(error.status ?? 500).json({ error: error.expose ? error.message : 'The application failed; its log says how.' });
  if (!error.expose) console.error(`webapp: ${request.method} ${request.path}: ${error.stack}`);
});

const server = app.listen(port, () => console.log(`webapp: listening on port ${port}`));
server.on('error', error => {
  console.error(`webapp: port ${port} can't be listened on: ${error.message}`);
  process.exit(1);
});
process.on('SIGTERM', () => drain.start(server, () => process.exit(0)));
