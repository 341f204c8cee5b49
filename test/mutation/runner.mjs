/**
 * A test runner for Stryker that keeps the package loaded. A mutant is a switch in the instrumented code, so most need no new process: tens of
 * them are tried in the time in which a worker of vitest loads the package and its lexicons once. Code that runs only while modules load
 * or state is built for the first time (`lazy`) is the exception: each of its mutants gets a process of its own, and all tests.
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import { DryRunStatus, determineHitLimitReached, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner'

/** Where the instrumented code looks which mutant is on, and counts what is reached. */
globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {}
const switches = globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE]

class InProcessRunner {
  /** @type {Map<string, () => unknown> | undefined} */
  tests

  /** A mutant of code that runs only once, while modules load, needs a new process. */
  capabilities() {
    return { reloadEnvironment: false }
  }

  async dryRun() {
    await this.load()
    await this.run(this.tests.keys(), true)
    // What is reached up to here and never again makes state that is built once: its mutants need a new process.
    const coverage = switches.mutantCoverage
    const early = coverage.static
    coverage.static = {}
    const tests = await this.run(this.tests.keys(), true, true)
    const reached = new Set(Object.values(coverage.perTest).flatMap(Object.keys))
    const once = Object.fromEntries(Object.entries(early).filter(([mutant]) => !reached.has(mutant)))
    return {
      status: DryRunStatus.Complete,
      tests,
      mutantCoverage: { static: once, perTest: coverage.perTest },
    }
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit, disableBail }) {
    if (mutantActivation === 'static') switches.activeMutant = activeMutant.id
    else if (!this.tests) {
      await this.load()
      // Builds all that is built once without the mutant.
      await this.run(this.tests.keys(), true)
    }
    switches.hitCount = 0
    switches.hitLimit = hitLimit
    switches.activeMutant = activeMutant.id
    try {
      await this.load()
    } catch (error) {
      return toMutantRunResult({ status: DryRunStatus.Error, errorMessage: String(error) })
    }
    const tests = await this.run(testFilter ?? this.tests.keys(), disableBail)
    switches.activeMutant = undefined
    return toMutantRunResult(
      determineHitLimitReached(switches.hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests },
    )
  }

  async load() {
    this.tests ??= (await import(pathToFileURL(resolve('test/mutation/bundle.mjs')).href)).tests
  }

  /** Runs tests in their order, up to the first that fails unless told to go on. */
  async run(names, goOn, cover = false) {
    const results = []
    for (const id of names) {
      const began = performance.now()
      if (cover) switches.currentTestId = id
      let failureMessage
      try {
        await this.tests.get(id)()
      } catch (error) {
        failureMessage = error instanceof Error ? error.message : String(error)
      }
      switches.currentTestId = undefined
      const result = { id, name: id, timeSpentMs: performance.now() - began }
      if (failureMessage === undefined) results.push({ ...result, status: TestStatus.Success })
      else {
        results.push({ ...result, status: TestStatus.Failed, failureMessage })
        if (!goOn) break
      }
    }
    return results
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)]
