package org.initweights.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Spark in this JVM: two tasks at a time, each tried four times. */
final class LocalSpark {

    private LocalSpark() {}

    static SparkSession session() {
        return builder("local[2,4]").getOrCreate();
    }

    static SparkSession.Builder builder(String master) {
        return SparkSession.builder()
                .master(master)
                .appName("test")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.hadoop.fs.failing.impl", FailingFileSystem.class.getName())
                .config("spark.sql.warehouse.dir", folder().toUri().toString());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("warehouse");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
