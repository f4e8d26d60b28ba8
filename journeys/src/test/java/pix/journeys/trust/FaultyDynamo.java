package pix.journeys.trust;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * A real store that, when told to, answers some calls as a store far away does on a bad day: it throttles, it does not
 * answer, or it writes and the answer is lost, to the caller's knowledge or behind the back of a client that tries again.
 */
final class FaultyDynamo implements DynamoDbClient {
    private final DynamoDbClient store;
    private final AtomicLong faults = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong writes = new AtomicLong();
    private volatile Random luck;
    private volatile double share;

    FaultyDynamo(DynamoDbClient store) {
        this.store = store;
    }

    /** From now on this share of the calls goes wrong, the same ones for the same seed and order of calls. */
    void fail(double share, long seed) {
        this.luck = new Random(seed);
        this.share = share;
    }

    void heal() {
        this.share = 0;
    }

    /** How many calls went wrong. */
    long faults() {
        return faults.get();
    }

    /** How many calls wanted to read, those that went wrong included. */
    long reads() {
        return reads.get();
    }

    /** How many calls wanted to write, those that went wrong included. */
    long writes() {
        return writes.get();
    }

    private <T> T read(Supplier<T> call) {
        reads.incrementAndGet();
        if (lucky()) return call.get();
        throw luck.nextBoolean() ? throttled() : silent();
    }

    private <T> T write(Supplier<T> call) {
        writes.incrementAndGet();
        if (lucky()) return call.get();
        switch (luck.nextInt(4)) {
            case 0 -> throw throttled();
            case 1 -> throw silent();
            case 2 -> {
                call.get();
                throw silent();
            }
            // The library's own second try, after an answer that never came.
            default -> {
                call.get();
                return call.get();
            }
        }
    }

    private boolean lucky() {
        if (share == 0 || luck.nextDouble() >= share) return true;
        faults.incrementAndGet();
        return false;
    }

    private static RuntimeException throttled() {
        return ProvisionedThroughputExceededException.builder().message("slow down").statusCode(400).build();
    }

    private static RuntimeException silent() {
        return SdkClientException.create("no answer in time");
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return read(() -> store.getItem(request));
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return read(() -> store.query(request));
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return read(() -> store.batchGetItem(request));
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return write(() -> store.putItem(request));
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        return write(() -> store.updateItem(request));
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        return write(() -> store.deleteItem(request));
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        return write(() -> store.batchWriteItem(request));
    }

    /** With the token the real library puts in, by which its second try is known for what it is. */
    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        String token = request.clientRequestToken() == null ? java.util.UUID.randomUUID().toString() : request.clientRequestToken();
        TransactWriteItemsRequest once = request.toBuilder().clientRequestToken(token).build();
        return write(() -> store.transactWriteItems(once));
    }

    @Override
    public String serviceName() {
        return store.serviceName();
    }

    @Override
    public void close() {}
}
