// SPDX-License-Identifier: GPL-3.0-or-later
// Reads deliveries with tools that others wrote: the descriptor with ajv by the official
// profiles of Data Package 1.0 and by what version 2 asks (version2.json, and the official
// profile when PROFILE_2 names a copy), every file with all its relations with the npm
// package datapackage. Leaves the rows, as texts, in FOLDER.rows.json for others to
// compare with. node read.js FOLDER...
'use strict'

const fs = require('fs')
const path = require('path')
const Ajv4 = require('ajv-draft-04')
const Ajv7 = require('ajv')
const addFormats = require('ajv-formats')
const { Package } = require('datapackage')

const profiles = ['data-package', 'tabular-data-package']

let passed = 0
let failed = 0

function tell(what, faults) {
	if (faults.length) {
		failed++
		console.log(`not ok - ${what}`)
		faults.slice(0, 20).forEach((fault) => console.log(`# ${fault}`))
	} else {
		passed++
		console.log(`ok - ${what}`)
	}
}

function parse(file) {
	return JSON.parse(fs.readFileSync(file, 'utf8'))
}

function repeated(texts) {
	return texts.filter((text, i) => texts.indexOf(text) !== i)
}

function validate(Ajv, schema, descriptor) {
	const ajv = new Ajv({ allErrors: true, strict: false, logger: false })
	addFormats(ajv)
	const check = ajv.compile(schema)
	check(descriptor)
	return (check.errors || []).map((e) => `${e.instancePath}: ${e.message}`)
}

// What no JSON Schema can say: names and labels differ, labels and codes agree, references
// lead somewhere.
function disagreements(descriptor) {
	const faults = []
	const resources = new Map(descriptor.resources.map((r) => [r.name, r]))
	const fields = (r) => r.schema.fields.map((f) => f.name)
	for (const name of repeated(descriptor.resources.map((r) => r.name)))
		faults.push(`${name}: two files`)
	for (const resource of descriptor.resources) {
		for (const name of repeated(fields(resource)))
			faults.push(`${resource.name}.${name}: two fields`)
		for (const field of resource.schema.fields) {
			const values = (field.categories || []).map((c) => c.value)
			const codes = (field.constraints || {}).enum || []
			if (values.join() !== codes.join())
				faults.push(`${resource.name}.${field.name}: categories and enum`)
			for (const label of repeated((field.categories || []).map((c) => c.label)))
				faults.push(`${resource.name}.${field.name}: two codes are ${label}`)
		}
		for (const name of resource.schema.primaryKey || [])
			if (!fields(resource).includes(name))
				faults.push(`${resource.name}: no key field ${name}`)
		for (const key of resource.schema.foreignKeys || []) {
			const to = resources.get(key.reference.resource || resource.name)
			const known = to && key.reference.fields.every((f) => fields(to).includes(f))
			if (!known || !key.fields.every((f) => fields(resource).includes(f)))
				faults.push(`${resource.name}: a reference to nowhere`)
		}
	}
	return faults
}

async function readResource(resource) {
	const wanted = resource.descriptor['x-rows']
	try {
		const rows = await resource.read({ relations: true, keyed: true })
		return rows.length === wanted ? [] : [`${rows.length} rows, x-rows is ${wanted}`]
	} catch (error) {
		return [error.message, ...(error.errors || []).map((e) => e.message)]
	}
}

async function readTexts(resource) {
	const bytes = fs.readFileSync(resource.source)
	const rows = await resource.read({ cast: false })
	return { file: path.basename(resource.source), bytes: bytes.length,
		 head: resource.headers, rows }
}

async function readFolder(folder) {
	const file = path.join(folder, 'datapackage.json')
	const descriptor = parse(file)
	const version2 = parse(path.join(__dirname, 'version2.json'))
	const name = path.basename(folder)

	for (const profile of profiles) {
		const schema = require(`datapackage/lib/profiles/${profile}.json`)
		tell(`${name}: profile ${profile} 1.0`, validate(Ajv4, schema, descriptor))
	}
	tell(`${name}: version 2`, validate(Ajv7, version2, descriptor))
	if (process.env.PROFILE_2) {
		const official = parse(process.env.PROFILE_2)
		tell(`${name}: profile 2.0`, validate(Ajv7, official, descriptor))
	}
	tell(`${name}: codes and references`, disagreements(descriptor))
	const loaded = await Package.load(file, { strict: true })
	tell(`${name}: datapackage loads it`, loaded.errors.map((e) => e.message))
	const texts = []
	for (const resource of loaded.resources) {
		tell(`${name}: datapackage reads ${resource.name}`, await readResource(resource))
		texts.push(await readTexts(resource))
	}
	fs.writeFileSync(`${folder}.rows.json`, JSON.stringify(texts))
}

async function main() {
	for (const folder of process.argv.slice(2))
		await readFolder(folder)
	console.log(`${passed} passed, ${failed} failed`)
	process.exitCode = failed || !passed ? 1 : 0
}

main()
