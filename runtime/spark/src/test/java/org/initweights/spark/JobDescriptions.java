package org.initweights.spark;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import scala.jdk.javaapi.CollectionConverters;

/** What Spark's own pages would show. */
final class JobDescriptions extends SparkListener {

    private final List<String> jobs = new CopyOnWriteArrayList<>();
    private final List<String> counters = new CopyOnWriteArrayList<>();

    List<String> jobs() {
        return jobs;
    }

    List<String> counters() {
        return counters;
    }

    @Override
    public void onJobStart(SparkListenerJobStart start) {
        jobs.add(Objects.toString(start.properties().getProperty("spark.job.description")));
    }

    @Override
    public void onStageCompleted(SparkListenerStageCompleted stage) {
        CollectionConverters.asJava(stage.stageInfo().accumulables())
                .values()
                .forEach(counter -> counter.name().foreach(counters::add));
    }
}
