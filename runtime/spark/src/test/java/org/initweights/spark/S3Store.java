package org.initweights.spark;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;

/** S3Proxy in a process of its own, which keeps its objects as files: the interface of S3 by HTTP, as a client of Amazon's sees it. */
final class S3Store {

    private static final String PROPERTY = "initweights.s3proxy";
    private static final String SETTINGS = "s3proxy.properties";
    private static final String LOG = "s3proxy.log";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final URI endpoint;
    private Process process;

    private S3Store(Path folder, URI endpoint) throws IOException {
        this.folder = folder;
        this.endpoint = endpoint;
        this.process = run(folder);
    }

    /**
     * Starts one with an empty bucket.
     *
     * @param folder where it keeps its objects, its settings and its log
     */
    static S3Store start(Path folder, String bucket) throws IOException, InterruptedException {
        URI endpoint = URI.create("http://127.0.0.1:" + freePort());
        Path objects = Files.createDirectories(folder.resolve("objects"));
        Files.createDirectories(objects.resolve(bucket));
        Files.writeString(folder.resolve(SETTINGS), """
                s3proxy.authorization=none
                s3proxy.endpoint=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(endpoint, objects));
        S3Store store = new S3Store(folder, endpoint);
        store.await();
        return store;
    }

    private static Process run(Path folder) throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        return new ProcessBuilder(List.of(
                        java,
                        "-jar",
                        System.getProperty(PROPERTY),
                        "--properties",
                        folder.resolve(SETTINGS).toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(LOG).toFile())
                .start();
    }

    /** Kills it, and starts another one with the same objects at the same address. */
    void restart() throws IOException, InterruptedException {
        stop();
        process = run(folder);
        await();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void await() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IOException("S3Proxy did not start: " + Files.readString(folder.resolve(LOG)));
            }
            Thread.sleep(50);
        }
    }

    private boolean answers() {
        try {
            HttpURLConnection connection = (HttpURLConnection) endpoint.toURL().openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** What a user writes down for a store of his own. */
    void configure(Configuration configuration) {
        configuration.set("fs.s3a.endpoint", endpoint.toString());
        configuration.set("fs.s3a.endpoint.region", "us-east-1");
        configuration.setBoolean("fs.s3a.path.style.access", true);
        configuration.setBoolean("fs.s3a.connection.ssl.enabled", false);
        configuration.set("fs.s3a.access.key", "test");
        configuration.set("fs.s3a.secret.key", "test");
    }

    void stop() throws InterruptedException {
        process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }
}
