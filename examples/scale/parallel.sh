#!/bin/sh
# Articles through GNU parallel: parallel.sh PROGRAM < articles.jsonl > reports.jsonl
# One process a core, blocks of whole lines, results in the order of the articles. To use other machines add
# --sshlogin HOST,HOST. The status is the number of blocks in which a line gave no report.
exec parallel --pipe --keep-order --block 1M "$1" analyze --jsonl --jobs 1 --no-tokens -
