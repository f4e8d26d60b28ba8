package pix.embedded;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * A real store on a line that goes dead: from the n-th call on nothing gets through, and the call it dies on may have
 * reached the store or not. To the caller it is as if the process had been killed there.
 */
public final class Flaky implements DynamoDbClient {
    private final DynamoDbClient store;
    private final AtomicInteger left;
    private final boolean lastGetsThrough;

    /** @param lastGetsThrough whether the call it dies on reaches the store */
    public Flaky(DynamoDbClient store, int calls, boolean lastGetsThrough) {
        this.store = store;
        this.left = new AtomicInteger(calls);
        this.lastGetsThrough = lastGetsThrough;
    }

    public boolean died() {
        return left.get() < 0;
    }

    private <T> T call(Supplier<T> call) {
        int rest = left.getAndDecrement();
        if (rest > 0) return call.get();
        if (rest == 0 && lastGetsThrough) call.get();
        throw new IllegalStateException("dead");
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return call(() -> store.getItem(request));
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        return call(() -> store.transactWriteItems(request));
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return call(() -> store.putItem(request));
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        return call(() -> store.updateItem(request));
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return call(() -> store.batchGetItem(request));
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return call(() -> store.query(request));
    }

    @Override
    public String serviceName() {
        return store.serviceName();
    }

    @Override
    public void close() {}
}
