// Run by a test of `run`: prints the arguments that it was given and ends with a code of its own.
console.log(JSON.stringify(process.argv.slice(2)));
process.exit(3);
