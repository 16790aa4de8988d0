# Dealwright's one door: CI and people call the same targets.
MAKEFLAGS += --no-print-directory

.PHONY: help setup build test run bench bless format lint clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

setup: ## install what is missing
	@tools/setup

build/%/build.ninja:
	cmake --preset $*

build: setup build/native/build.ninja build/web/build.ninja ## build natively and as WebAssembly
	cmake --build --preset native
	cmake --build --preset web
