/** Loaded before a measured program: at its end tells CPU seconds and the largest memory in MB. */
process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.stderr.write(`usage ${(userCPUTime + systemCPUTime) / 1e6} ${maxRSS / 1024}\n`);
});
