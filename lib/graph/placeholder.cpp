namespace citegraph {}
