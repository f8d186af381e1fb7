package org.initweights.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.io.ElementType;

/** The driver's part of {@link SparkCheckpoint#statistics}: finds the tensors, by the headers of the files. */
final class ClusterStatistics {

    /** Tensors are shared out so that tasks read about as much. */
    private static final long BYTES_PER_TASK = 256L << 20;

    private static final int TASKS_PER_CORE = 3;

    private static final long LONGEST_HEADER = 100_000_000;

    private ClusterStatistics() {}

    static Dataset<Row> of(SparkSession spark, Plan plan, String folder, Configuration configuration)
            throws IOException {
        List<StoredSection> tensors = tensors(plan, folder, configuration);
        long bytes = tensors.stream().mapToLong(StoredSection::bytes).sum();
        JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
        long tasks = Math.max((long) TASKS_PER_CORE * context.defaultParallelism(), bytes / BYTES_PER_TASK);
        List<Integer> numbers = IntStream.range(0, tensors.size()).boxed().toList();
        TensorRow row = new TensorRow(plan, tensors, new SerializableConfiguration(configuration));
        return spark.createDataFrame(
                context.parallelize(numbers, (int) Math.max(1, Math.min(tasks, tensors.size())))
                        .map(row),
                TensorRow.SCHEMA);
    }

    private static List<StoredSection> tensors(Plan plan, String folder, Configuration configuration)
            throws IOException {
        HadoopFolder files = HadoopFolder.of(new Path(folder), configuration);
        Parameters parameters = plan.parameters();
        List<StoredSection> tensors = new ArrayList<>();
        for (Path file : files(files, new FolderNames(new Path(folder), ""))) {
            for (ShardHeader.Section tensor : header(files, file).tensors()) {
                tensors.add(new StoredSection(file.toString(), tensor));
            }
        }
        TreeSet<String> missing = new TreeSet<>();
        parameters.forEach(parameter -> missing.add(parameter.name()));
        for (StoredSection tensor : tensors) {
            if (!missing.remove(tensor.section().name())) {
                throw new IOException(tensor.file() + ": " + tensor.section().name() + " is not in the plan");
            }
            check(tensor, parameters.get(tensor.section().name()));
        }
        if (!missing.isEmpty()) {
            throw new IOException(folder + ": the checkpoint does not have " + missing.first()
                    + (missing.size() == 1 ? "" : " and " + (missing.size() - 1) + " other tensors") + " of the plan");
        }
        return tensors;
    }

    private static void check(StoredSection tensor, Parameter parameter) throws IOException {
        ElementType type = ElementType.of(parameter.dtype());
        if (tensor.section().type() != type
                || tensor.bytes() != parameter.elements() * parameter.dtype().bytes()) {
            throw new IOException(tensor.file() + ": " + parameter.name() + " is of type "
                    + tensor.section().type() + " and has " + tensor.bytes() + " bytes, but the plan says " + type + " "
                    + parameter.shape());
        }
    }

    /** The files of a checkpoint: readers take the single file before an index. */
    private static List<Path> files(HadoopFolder files, FolderNames names) throws IOException {
        if (files.has(names.single())) {
            return List.of(names.single());
        }
        String index = files.text(names.index());
        if (index.isEmpty()) {
            throw new FileNotFoundException(
                    names.folder() + " has neither " + FolderNames.SINGLE + " nor an index of several files");
        }
        List<Path> found = new ArrayList<>();
        for (String shard : ShardIndexText.files(index)) {
            if (!FolderNames.isShard(shard)) {
                throw new IOException(names.index() + ": \"" + shard + "\" is no name of a shard");
            }
            found.add(names.usual(shard));
        }
        return found;
    }

    private static ShardHeader header(HadoopFolder files, Path file) throws IOException {
        try (FSDataInputStream in = files.files().open(file)) {
            byte[] length = new byte[Long.BYTES];
            in.readFully(length);
            long bytes = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
            if (bytes < 0 || bytes > LONGEST_HEADER) {
                throw new IOException(
                        file + ": it says that its header has " + bytes + " bytes, so it is no safetensors file");
            }
            byte[] header = new byte[(int) (Long.BYTES + bytes)];
            in.readFully(header, Long.BYTES, (int) bytes);
            return ShardHeader.parse(header);
        }
    }
}
