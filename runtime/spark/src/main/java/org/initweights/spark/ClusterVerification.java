package org.initweights.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The driver's part of {@link SparkCheckpoint#verify}.
 *
 * @param index the text of the index of several files; empty for one
 */
record ClusterVerification(ClusterJobs jobs, CheckpointRun run, HadoopFolder files, String index) {

    List<CheckpointDifference> differences() throws IOException {
        List<CheckpointDifference> differences = new ArrayList<>();
        Map<Integer, String> names = new HashMap<>();
        if (!index.isEmpty()) {
            String found = files.text(run.names().index());
            Map<String, String> named = new HashMap<>();
            ShardIndexText.files(found).forEach(name -> named.put(FolderNames.usualName(name), name));
            for (int i = 0; i < run.shards().size(); i++) {
                String usual = run.shards().get(i).fileName();
                names.put(i, named.getOrDefault(usual, usual));
            }
            if (!found.equals(ShardIndexText.renamed(index, named))) {
                String what = found.isEmpty() ? "it is not there" : "it is not the index of this plan";
                differences.add(CheckpointDifference.ofFile(run.names().index().getName(), what));
            }
        }
        differences.addAll(ofShards(names));
        return differences;
    }

    private List<CheckpointDifference> ofShards(Map<Integer, String> names) throws IOException {
        String what = String.format(
                Locale.ROOT,
                "verifying %d files, %,d bytes, of %s",
                run.shards().size(),
                run.bytes(),
                run.folder());
        PieceComparison task = new PieceComparison(run, names, jobs.counter("bytes compared"));
        List<String[]> results = jobs.run(what, run.pieces().size(), task);
        Map<Integer, CheckpointDifference> first = new HashMap<>();
        for (int i = 0; i < results.size(); i++) {
            String[] found = results.get(i);
            if (found.length > 0) {
                first.putIfAbsent(
                        run.pieces().get(i).shard(),
                        new CheckpointDifference(found[0], found[1], Long.parseLong(found[2]), found[3]));
            }
        }
        return first.keySet().stream().sorted().map(first::get).toList();
    }
}
