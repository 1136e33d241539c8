// Registers recorded graphs with the official Node SDK's mocks and prints the CPU time that each took, in milliseconds, as JSON.
// usage: node bench.js WARMUPS:TIMED:GRAPH.json...
import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";

// <type|name.property>: what the recording put in the place of another resource's output.
const reference = /<([^<>|]*\|[^<>]*)\.([^<>.]*)>/;

class Declared extends pulumi.CustomResource {}

/** Replaces references to earlier resources by their outputs, as a program would have written them. */
function link(value, declared) {
  if (typeof value === "string") {
    const parts = value.split(reference);
    if (parts.length === 1) return value;
    const values = [];
    for (let index = 0; index < parts.length; index += 3) {
      values.push(parts[index]);
      if (index + 1 < parts.length) values.push(outputOf(declared, parts[index + 1], parts[index + 2]));
    }
    return pulumi.all(values).apply(texts => texts.join(""));
  }
  if (Array.isArray(value)) return value.map(item => link(item, declared));
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, link(item, declared)]));
  }
  return value;
}

function outputOf(declared, label, property) {
  const output = declared.get(label)?.[property.replace(/\[\d+\]$/, "")];
  if (output === undefined) throw new Error(`The graph refers to ${label}.${property}, which isn't declared before.`);
  return output;
}

function register(graph) {
  const resources = [];
  const declared = new Map();
  for (const { type, name, parent, custom, outputs, inputs } of graph) {
    const options = parent === null ? {} : { parent: resources[parent] };
    const given = link(inputs, declared);
    const resource = custom
      ? new Declared(type, name, { ...Object.fromEntries(outputs.map(output => [output, undefined])), ...given }, options)
      : new pulumi.ComponentResource(type, name, given, options);
    resources.push(resource);
    declared.set(`${type}|${name}`, resource);
  }
  return resources;
}

async function evaluate(graph) {
  const computed = new Map(graph.map(({ type, outputs }) => [type, outputs]));
  await pulumi.runtime.setMocks({
    newResource: ({ type, name, inputs }) => ({
      id: `<${name}.id>`,
      state: { ...Object.fromEntries((computed.get(type) ?? []).map(output => [output, `<${name}.${output}>`])), ...inputs },
    }),
    call: ({ inputs }) => inputs,
  }, "dockerland", "bench", true);
  const start = process.cpuUsage();
  let resources = [];
  await pulumi.runtime.runInPulumiStack(async () => {
    resources = register(graph);
    await Promise.all(resources.map(resource => resource.urn.promise()));
  });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const results = [];
for (const argument of process.argv.slice(2)) {
  const [warmUps, timed, ...file] = argument.split(":");
  const graph = JSON.parse(readFileSync(file.join(":"), "utf8"));
  for (let run = 0; run < Number(warmUps); run++) await evaluate(graph);
  const times = [];
  for (let run = 0; run < Number(timed); run++) times.push(await evaluate(graph));
  results.push(times);
}
console.log(JSON.stringify(results));
