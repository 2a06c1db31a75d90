# make demo and make test do all set-up themselves.

.DEFAULT_GOAL := help
.PHONY: help setup build demo test check-page schema lint format check bench validate mutants train accuracy docs fuzz clean

SOURCES := Package.swift Sources Tests
# With Swift's libraries inside a release binary starts sooner and runs faster; most of their addresses are
# relative, which fits into a twentieth of the room.
RELEASE := -c release
ifeq ($(shell uname -s),Linux)
RELEASE += --static-swift-stdlib -Xswiftc -use-ld=lld -Xlinker -z -Xlinker pack-relative-relocs
endif

help: ## say what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

setup: ## install missing system libraries (Debian)
	@Scripts/setup

build: setup ## build the command-line tool in release mode
	@swift build $(RELEASE) --product kwadrans

demo: build ## check the catalogue, audit and size the samples, write out/
	@Scripts/demo

test: setup ## run every test
	@swift build --build-tests
	@Scripts/validate-schema
	@Scripts/validate-reports
	@swift test --skip-build

check-page: setup ## open pages of the audit in headless Chromium; FILES="page.html", SHOTS=folder
	@swift build --product kwadrans
	@Scripts/check-page $(FILES)

schema: ## hold the JSON Schema against every catalogue here
	@Scripts/validate-schema

lint: ## fail on anything swift-format would change or dislikes
	@swift format lint --strict --parallel --recursive $(SOURCES)

format: ## format the sources in place
	@swift format format --in-place --parallel --recursive $(SOURCES)

check: lint test ## what continuous integration runs

bench: setup ## measure what people wait for; ARGS="catalogue" runs one benchmark
	@swift build $(RELEASE) --product kwadrans
	@swift build $(RELEASE) --product kwadrans-bench
	@"$$(swift build -c release --show-bin-path)"/kwadrans-bench $(ARGS)

validate: setup ## hold the simulators against theory, as in docs/validation.md
	@swift build $(RELEASE) --product kwadrans-bench
	@"$$(swift build -c release --show-bin-path)"/kwadrans-bench validate $$(date +%F)

mutants: setup ## break the simulator on purpose, see which test notices; FAULTS="breaks" runs some
	@Scripts/mutants $(FAULTS)

train: setup ## learn the weights of the sentence model from Training/
	@swift build $(RELEASE) --product kwadrans-train
	@"$$(swift build -c release --show-bin-path)"/kwadrans-train fit
	@touch Sources/CLexicon/*.c

accuracy: setup ## measure what the auditor sees in replies, as in docs/accuracy.md
	@swift build $(RELEASE) --product kwadrans-train
	@"$$(swift build -c release --show-bin-path)"/kwadrans-train accuracy $$(date +%F)

docs: ## write the reference of the library Queueing into out/reference; fail on a broken link
	@swift build --target Queueing
	@Scripts/reference Queueing

RUNS := 1000000
SECONDS := 1200
SANITIZE := fuzzer,address
fuzz: setup ## fuzz the reading of catalogues, for RUNS=1000000 inputs or SECONDS=1200
	@Scripts/fuzz $(RUNS) $(SECONDS) $(SANITIZE)

clean: ## remove build products and results
	@swift package clean
	@rm -rf out
