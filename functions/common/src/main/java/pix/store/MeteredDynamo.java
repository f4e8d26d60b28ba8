package pix.store;

import static software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity.TOTAL;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
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
 * A DynamoDB client that asks for the price of every call and adds it to the {@link ConsumedUnits} of the work it is
 * part of. It offers just the calls this service makes; any other is refused by the interface's own default.
 */
public final class MeteredDynamo implements DynamoDbClient {
    private final DynamoDbClient client;

    public MeteredDynamo(DynamoDbClient client) {
        this.client = client;
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        GetItemResponse response = client.getItem(request.toBuilder().returnConsumedCapacity(TOTAL).build());
        ConsumedUnits.addRead(one(response.consumedCapacity()));
        return response;
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        QueryResponse response = client.query(request.toBuilder().returnConsumedCapacity(TOTAL).build());
        ConsumedUnits.addRead(one(response.consumedCapacity()));
        return response;
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        PutItemResponse response = client.putItem(request.toBuilder().returnConsumedCapacity(TOTAL).build());
        ConsumedUnits.addWritten(one(response.consumedCapacity()));
        return response;
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        UpdateItemResponse response = client.updateItem(request.toBuilder().returnConsumedCapacity(TOTAL).build());
        ConsumedUnits.addWritten(one(response.consumedCapacity()));
        return response;
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        DeleteItemResponse response = client.deleteItem(request.toBuilder().returnConsumedCapacity(TOTAL).build());
        ConsumedUnits.addWritten(one(response.consumedCapacity()));
        return response;
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        TransactWriteItemsResponse response =
                client.transactWriteItems(request.toBuilder().returnConsumedCapacity(TOTAL).build());
        ConsumedUnits.addWritten(response.consumedCapacity());
        return response;
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        BatchGetItemResponse response = client.batchGetItem(request.toBuilder().returnConsumedCapacity(TOTAL).build());
        ConsumedUnits.addRead(response.consumedCapacity());
        return response;
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        BatchWriteItemResponse response =
                client.batchWriteItem(request.toBuilder().returnConsumedCapacity(TOTAL).build());
        ConsumedUnits.addWritten(response.consumedCapacity());
        return response;
    }

    @Override
    public CreateTableResponse createTable(CreateTableRequest request) {
        return client.createTable(request);
    }

    @Override
    public String serviceName() {
        return client.serviceName();
    }

    @Override
    public void close() {
        client.close();
    }

    private static <T> List<T> one(T charge) {
        return charge == null ? List.of() : List.of(charge);
    }
}
