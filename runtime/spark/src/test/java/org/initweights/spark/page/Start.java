package org.initweights.spark.page;

import static org.initweights.Initializers.normal;

import org.apache.spark.sql.SparkSession;
import org.initweights.*;
import org.initweights.io.SaveOptions;
import org.initweights.spark.SparkCheckpoint;

class Start {
    public static void main(String[] arguments) throws java.io.IOException {
        Plan plan = Plan.of(p -> p.tensor("embed.weight", DType.BF16, normal(0, 0.02), 32_000, 64));
        SaveOptions files = SaveOptions.defaults().withSeed(42).withShardsOf(5_000_000_000L);
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            SparkCheckpoint.initialize(spark, plan, arguments[0], RandomSource.seeded(42), files);
        }
    }
}
