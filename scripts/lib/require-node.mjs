// Imported before anything else: one sentence instead of a stack trace where Node is too old.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`genmodels needs Node 20.19 or newer, and this is Node ${process.versions.node}. Please install a newer one.`);
  process.exit(1);
}
