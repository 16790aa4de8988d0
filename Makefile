# Dealwright's one door: people and CI call the same targets. PRESETS narrows what `make test` builds and runs,
# SECONDS says how long `make fuzz` goes on.
PRESETS ?= native debug web
SECONDS ?= 600
MAKEFLAGS += --no-print-directory

.PHONY: help setup build test run bench fuzz bless pictures format lint clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

setup: ## install what is missing; does nothing the second time
	@tools/setup

build/%/build.ninja: CMakePresets.json | setup
	cmake --preset $*
	@touch $@

build: build/native/build.ninja build/web/build.ninja ## build the runner (build/native/dealwright) and the browser app (build/site)
	cmake --build --preset native --target dealwright
	cmake --build --preset web --target site

run: build ## build, check the shipped scenarios, serve the browser app on this machine until Ctrl-C
	build/native/dealwright check scenarios
	build/native/dealwright serve

test: $(PRESETS:%=build/%/build.ninja) ## run every test; the last line counts them
	@tools/test $(PRESETS)

bench: build/native/build.ninja build/web/build.ninja ## measure speed and memory, natively and in WebAssembly
	cmake --build --preset native --target dealwright bench bench_documents bench_frames what_if
	cmake --build --preset web --target what_if site
	python3 tests/bench/run

fuzz: build/fuzz/build.ninja ## mutate documents for SECONDS (600) in search of a crash
	cmake --build --preset fuzz --target document_fuzz
	mkdir -p build/fuzz/corpus
	build/fuzz/tests/document_fuzz -max_total_time=$(SECONDS) -artifact_prefix=build/fuzz/ build/fuzz/corpus scenarios

bless: build/native/build.ninja ## take the runner's present output as the expected output; review the diff
	cmake --build --preset native
	DEALWRIGHT_BLESS=1 ctest --preset native --tests-regex '^cli'

pictures: build/native/build.ninja build/web/build.ninja ## take the gallery's present pictures as the expected ones; look at each
	cmake --build --preset native --target dealwright
	cmake --build --preset web --target bench_page_site
	DEALWRIGHT_BLESS=1 ctest --preset web --tests-regex '^page.gallery'

format: setup ## format every source file
	git ls-files -z --cached --others --exclude-standard '*.hpp' '*.cpp' | xargs -0 clang-format -i

lint: setup ## check format, house rules and suspicious code
	@tools/lint

clean: ## remove everything built
	rm -rf build
