package org.initweights.spark;

/**
 * What {@link SparkCheckpoint#initialize} did.
 *
 * @param uri the folder of the checkpoint
 * @param files how many files of tensors it has
 * @param bytes how many bytes these have
 * @param writtenBytes how many of them this run wrote; the others were there from a run that was interrupted, and were compared with
 *     their checksums
 */
public record WrittenCheckpoint(String uri, int files, long bytes, long writtenBytes) {}
