package pix.objects;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Files in one S3 bucket. The number of bytes is part of the signature of an address to put, so that S3 refuses any
 * other. Thread-safe.
 */
public final class S3ObjectStore implements ObjectStore {
    private static final String ANY_BYTES = "application/octet-stream";

    private final S3Client s3;
    private final S3Presigner presigner;
    private final String bucket;
    private final InstantSource clock;

    S3ObjectStore(S3Client s3, S3Presigner presigner, String bucket, InstantSource clock) {
        this.s3 = s3;
        this.presigner = presigner;
        this.bucket = bucket;
        this.clock = clock;
    }

    /** With the credentials and the region of the function. */
    public static S3ObjectStore inBucket(String bucket, InstantSource clock) {
        S3Client s3 = S3Client.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
        return new S3ObjectStore(s3, S3Presigner.builder().s3Client(s3).build(), bucket, clock);
    }

    @Override
    public PutAddress addressToPut(String key, long bytes) {
        var signed = presigner.presignPutObject(p -> p.signatureDuration(ADDRESS_LIFE)
                .putObjectRequest(o -> o.bucket(bucket).key(key).contentType(ANY_BYTES).contentLength(bytes)));
        return new PutAddress(uri(signed.url()), Map.of("content-type", ANY_BYTES), clock.instant().plus(ADDRESS_LIFE));
    }

    @Override
    public URI addressToGet(String key, String fileName) {
        return uri(presigner.presignGetObject(p -> p.signatureDuration(ADDRESS_LIFE).getObjectRequest(o -> o
                        .bucket(bucket).key(key).responseContentDisposition("attachment; filename=\"" + fileName + "\"")))
                .url());
    }

    @Override
    public boolean read(String key, Path into) {
        try {
            into.toFile().delete();
            s3.getObject(g -> g.bucket(bucket).key(key), into);
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        }
    }

    @Override
    public Optional<String> readText(String key) {
        try {
            byte[] bytes = s3.getObject(g -> g.bucket(bucket).key(key), ResponseTransformer.toBytes()).asByteArray();
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    @Override
    public void write(String key, Path content, String contentType) {
        s3.putObject(p -> p.bucket(bucket).key(key).contentType(contentType), RequestBody.fromFile(content));
    }

    @Override
    public void delete(String key) {
        s3.deleteObject(d -> d.bucket(bucket).key(key));
    }

    private static URI uri(URL url) {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
