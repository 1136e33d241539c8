'use strict';

const http = require('node:http');
const os = require('node:os');

const port = 3000;

const address = () =>
  Object.values(os.networkInterfaces()).flat().find(entry => entry.family === 'IPv4' && !entry.internal)?.address ?? null;

const server = http.createServer((request, response) => {
  const known = request.method === 'GET' && request.url === '/';
  response.writeHead(known ? 200 : 404, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(known
    ? { hello: 'world!', ip: address(), host: os.hostname(), tag: process.env.TAG ?? null }
    : { error: `There is nothing at ${request.method} ${request.url}; GET / answers.` }));
});

// As the container's first process, node would otherwise ignore the signal that Docker stops it by.
process.on('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});

server.listen(port, () => console.log(`webapp: listening on port ${port}`));
